"""What happens to the reminders when everything around them fails: `make test-faults`."""
