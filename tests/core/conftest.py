"""Property tests: no deadline, because a busy machine is no fault of ours; failures print how to repeat them."""

from hypothesis import settings

settings.register_profile("ours", deadline=None, print_blob=True)
settings.load_profile("ours")
