"""The CloudFormation types of the emulator, one module for each AWS service."""

import importlib
import pkgutil


def load_all() -> None:
    """Importing a module registers its types."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
