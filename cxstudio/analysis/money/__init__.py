"""What measures cost and bring, and what doing nothing costs. No record is read here, and nothing is put into words."""
