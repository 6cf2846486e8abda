"""What the texts of several matters say alike: pure, from the mentions of each text to pairs of matters."""
