"""Pictures of the graph that officers save, name, share with teams and open again; each sees of one what that officer may see."""
