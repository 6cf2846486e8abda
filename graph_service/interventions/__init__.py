"""The register of interventions 过问登记: who asked officers about which matter; it only grows, each record sealed to the one before."""
