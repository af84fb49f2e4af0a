"""Measurements that anyone can repeat: `python -m bench.NAME`. Nothing here is installed."""
