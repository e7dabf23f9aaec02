"""What mypy must refuse: where it does not, it calls the comment that ignores the error unused."""

import pulumi_ecs_inferentia as inferentia
from program import bert, ml

inferentia.Service("component", task=bert)  # type: ignore[call-overload]
inferentia.TaskDefinition("components", pool=ml, containers=[])  # type: ignore[call-overload]
inferentia.Cluster("number", log_retention_in_days="30")  # type: ignore[call-overload]
