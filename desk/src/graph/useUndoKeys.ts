import { useEffect } from 'react';
import type { Step } from './model';

/** Ctrl-Z and Ctrl-Y take steps of the picture back and do them again, but where one writes. */
export function useUndoKeys(step: (step: Step) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).closest('input, textarea')) return;
      const undone = event.key === 'z' && (event.ctrlKey || event.metaKey);
      if (undone) step({ do: event.shiftKey ? 'redo' : 'undo' });
      else if (event.key === 'y' && (event.ctrlKey || event.metaKey)) step({ do: 'redo' });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [step]);
}
