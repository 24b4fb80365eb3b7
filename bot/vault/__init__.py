"""The conversation travels with the person: sealed here, opened here, kept nowhere else."""
