"""What may happen next; knows neither terminal nor model."""
