"""What is measured of every candidate → what is likeliest at each place → the term that is put in, or none."""
