"""One file a promise: what we tell people, and the test that would fail if it were false."""
