# rejected by: loses_one
KEEPS = "AAABBB"
LOSES = "BBBAAA"
LAZIEST = "ABBBAA"
HOW_MANY = 18
