"""Layer 3, extracting: articles come in, each goes out with its facts as soon as it is read, in no certain order.

They are read here, in several processes of this machine, or on a Dask cluster; whoever asks does not see which.
"""

from collections.abc import Sequence

from generator.extracting.cluster import on_cluster
from generator.extracting.here import here
from generator.extracting.processes import in_processes
from generator.extracting.reading import Reading, Readings
from generator.model.article import Article
from generator.settings import Settings

__all__ = ["Reading", "Readings", "extract_all"]


def extract_all(articles: Sequence[Article], settings: Settings) -> Readings:
    """Read articles as the settings say; close the readings (`contextlib.closing`) so that no worker outlives them.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs, here or where a worker is.
        WorkersError: there are no workers that read as this machine does, or they were lost.
    """
    if settings.scheduler is not None:
        return on_cluster(articles, settings.pipeline, scheduler=settings.scheduler)
    # A process of its own takes longer to start than an article or two take to read.
    if min(settings.workers, len(articles)) > 1:
        return in_processes(articles, settings.pipeline, workers=min(settings.workers, len(articles)))
    return here(articles, settings.pipeline)
