"""The configuration as it holds on this machine, and for what is trained."""

from __future__ import annotations

from typing import Any

import torch
import yaml

from training import paths


def settings(wide: bool = False) -> dict[str, Any]:
    """`config.yaml` with what is different on a GPU, where there is one, and for a wide teacher."""
    config: dict[str, Any] = yaml.safe_load(paths.CONFIG.read_text("utf-8"))
    others = [config["gpu"]] if torch.cuda.is_available() else []
    for other in [*others, config["wide"]] if wide else others:
        for part, values in other.items():
            config[part] = config[part] | values
    return config
