"""Linking: what the records of many stories say together.

Pure functions of records and of flat values made from them; a chronicle keeps what they return.
"""
