WiLMA runs: two commands from a clean clone to a city's intranet in which editors publish and employees read.
