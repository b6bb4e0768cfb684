"""What happens between press and release on the map. Nothing is kept before the release."""
