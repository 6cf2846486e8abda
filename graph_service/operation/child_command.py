"""A command of leadlink that ends with the service which started it: `python -m graph_service.operation.child_command PID …`."""

import sys

from graph_service.cli import main
from graph_service.operation.parent import end_with

if __name__ == "__main__":
    end_with(int(sys.argv.pop(1)))
    main()
