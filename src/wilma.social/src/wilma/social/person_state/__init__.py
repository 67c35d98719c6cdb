"""What WiLMA keeps about a person: one small tree each."""
