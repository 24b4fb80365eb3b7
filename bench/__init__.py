"""What `make bench` runs: whole conversations against our own set-up and the stock one, in one table."""
