"""AWS names each release of an AMI in a parameter; moto's copy has none that is older than October 2024."""

import hashlib
import json

from moto.core.utils import utcnow
from moto.ssm.models import Parameter, ParameterDict

OPTIMIZED_AMIS = "ecs/optimized_amis/"


def apply(parameter: str) -> None:
    """Serves the release that a parameter names in every region, with the id of no real AMI."""
    load = ParameterDict._load_tree_parameters

    def load_tree_parameters(parameters: ParameterDict, path: str) -> None:
        load(parameters, path)
        if path.startswith(OPTIMIZED_AMIS):
            image_id = f"ami-{hashlib.sha256((parameters.region_name + parameter).encode()).hexdigest()[:17]}"
            document = {"image_id": image_id, "image_name": parameter.rsplit("/", 1)[-1], "os": "Amazon Linux 2"}
            add(parameters, parameter, json.dumps(document))
            add(parameters, f"{parameter}/image_id", image_id)

    ParameterDict._load_tree_parameters = load_tree_parameters


def add(parameters: ParameterDict, name: str, value: str) -> None:
    super(ParameterDict, parameters).__getitem__(name).append(
        Parameter(
            account_id=parameters.account_id,
            name=name,
            value=value,
            parameter_type="String",
            description=None,
            allowed_pattern=None,
            keyid=None,
            last_modified_date=utcnow(),
            version=1,
            data_type="text",
        )
    )
