import { Button, type ButtonProps } from 'antd';

/** A button that a digit presses while its row is the chosen one; the digit is printed on it. */
export function KeyButton({ digit, children, ...rest }: ButtonProps & { digit: number }) {
  return (
    <Button size="small" aria-keyshortcuts={String(digit)} {...rest}>
      {children}
      <kbd className="hint-key" aria-hidden="true">
        {digit}
      </kbd>
    </Button>
  );
}
