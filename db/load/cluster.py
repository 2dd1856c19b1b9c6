"""Reading on a Dask cluster: its workers need this program, of this version, and the files, from shared storage or sent along."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from extract.version import version

# Seconds to wait for the scheduler, and for its first worker.
_CONNECT = 15


class ClusterError(Exception):
    """The cluster cannot be used; the message says why and what to do."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of the cluster whose scheduler listens at an address (`tcp://host:8786`), and how many documents it reads at once.

    Raises:
        ClusterError: Dask is not installed, nothing answers, there are no workers, or they have another version of this program.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "chưa cài Dask; cài bằng / Dask is not installed; install it with: pip install 'kehoach[dask]'"
        ) from None
    try:
        client: Any = Client(address, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address}: không kết nối được với Dask; kiểm tra địa chỉ và bộ điều phối / "
            f"no scheduler answers there; check the address and that `dask scheduler` runs ({type(error).__name__})"
        ) from error
    try:
        check(client, address)
        yield client.get_executor(pure=False), max(1, sum(client.nthreads().values()))
    finally:
        client.close()


def check(client: Any, address: str) -> None:
    """Refuses a cluster that would give other records than this machine.

    Raises:
        ClusterError: there are no workers, or they have another version of this program, or none.
    """
    try:
        client.wait_for_workers(1, timeout=_CONNECT)
        theirs = client.run(version)
    except TimeoutError:
        raise ClusterError(
            f"{address}: cụm Dask chưa có tiến trình nào; hãy chạy `dask worker {address}` / the cluster has no workers"
        ) from None
    except ImportError as error:
        raise ClusterError(
            f"{address}: các máy trong cụm chưa cài kehoach / the workers do not have kehoach installed ({error})"
        ) from error
    other = sorted(worker for worker, said in theirs.items() if said != version())
    if other:
        raise ClusterError(
            f"{address}: phiên bản kehoach trên {', '.join(other)} khác máy này; hãy cài cùng một phiên bản / "
            "these workers have another version of kehoach; install the same one"
        )
