"""Drop the capabilities by which root ignores file permissions."""

import ctypes
import os

_VERSION_3 = 0x20080522
_CAPABILITIES = (1, 2, 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER (linux/capability.h)."""


def drop_root_capabilities() -> None:
    """Make file permissions apply to this thread. Do nothing unless root. Raises OSError."""
    if os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    # Two halves of effective, permitted and inheritable capabilities.
    data = (ctypes.c_uint32 * 6)()
    if libc.capget(header, data):
        raise OSError(ctypes.get_errno(), "capget")
    dropped = sum(1 << capability for capability in _CAPABILITIES)
    for place in range(3):
        data[place] &= ~dropped
    if libc.capset(header, data):
        raise OSError(ctypes.get_errno(), "capset")
