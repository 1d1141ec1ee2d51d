# rejected by: changes_over_twice
KEEPS = "AAABBB"
LOSES = "ABABAB"
LAZIEST = "ABABAB"
HOW_MANY = 18
