"""Who and what there is in the city: people, units, firms, vehicles, places, days."""
