"""A frame and the actors of its sentence in, who did it and whom it befell out."""
