"""Facts read off a journey and its counterparts: targets, first pass, unsorted notes. No figures of a round."""
