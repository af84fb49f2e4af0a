"""Incidents: events of several stories that are one happening, with every source kept.

    told = happenings(record)                  # one record's events, flat, ready for a table
    keys(told[0])                              # where to look for others that may be the same
    compare(told[0], other, rarity)            # one happening or not, and why
    cluster(all_told, decisions)               # all at once
    place(new, candidate_incidents, decisions) # one at a time

`docs/accuracy/incidents.md` says how well it works.
"""

from dateline.link.incidents.build import happenings
from dateline.link.incidents.cluster import Placement, cluster, place
from dateline.link.incidents.compare import Verdict, compare
from dateline.link.incidents.decisions import Decision
from dateline.link.incidents.happening import Figure, Happening, Party, Spot
from dateline.link.incidents.incident import Claim, Incident, Voice, independent, summarise
from dateline.link.incidents.keys import keys
from dateline.link.incidents.rarity import Rarity

__all__ = [
    "Claim",
    "Decision",
    "Figure",
    "Happening",
    "Incident",
    "Party",
    "Placement",
    "Rarity",
    "Spot",
    "Verdict",
    "Voice",
    "cluster",
    "compare",
    "happenings",
    "independent",
    "keys",
    "place",
    "summarise",
]
