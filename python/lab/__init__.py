"""What runs inside the interpreter, beside the program that a person wrote."""
