"""Giving up what root may do by right, so that permissions count for root as for anybody."""

import ctypes
import os

_VERSION_3 = 0x20080522
_RIGHTS = (1, 2, 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER (linux/capability.h)."""


def give_up_roots_rights() -> None:
    """From here on permissions hold this thread too. Raises OSError; for others changes nothing."""
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    # For each half of the rights: effective, permitted, inheritable.
    data = (ctypes.c_uint32 * 6)()
    if libc.capget(header, data):
        raise OSError(ctypes.get_errno(), "capget")
    lost = sum(1 << one for one in _RIGHTS)
    for place in range(3):
        data[place] &= ~lost
    if libc.capset(header, data):
        raise OSError(ctypes.get_errno(), "capset")
