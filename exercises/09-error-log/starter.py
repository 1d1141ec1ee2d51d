class ErrorLog:
    def __init__(self):
        self.entries = []

    def add(self, error):
        """Keep the type's name, the text and the trace."""
        self.entries.append(error)
