"""The portal of the vitality coaches: another process, another port. It knows no engine and no vault."""
