"""What a person can keep: the drawing as a picture, the summary on paper; and the poster that invites."""
