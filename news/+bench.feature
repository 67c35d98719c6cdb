`make bench` builds a city of 1,000 people and one of 43,000, sends the same requests to both, and shows what each costs.
