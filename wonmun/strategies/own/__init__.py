"""What the page's own words and the language say of a candidate."""
