"""What is kept about loads: their course, rejected and kept rows, refusals, drift, leases."""
