# rejected by: counts_them
KEEPS = "BBBAAA"
LOSES = "AABBBA"
LAZIEST = "BAAABB"
HOW_MANY = 10
