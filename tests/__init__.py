"""The extra `readings` is hidden from the tests, so that they say the same whether it is installed or not."""

import sys

sys.modules["g2pM"] = None  # type: ignore[assignment]
