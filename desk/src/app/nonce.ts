/** The nonce of this page, by which its Content-Security-Policy knows the styles that the page itself writes. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

/** Gives the nonce to every style element that is made here: antd's table measures the scroll bar with one that has none. */
export function giveStylesTheirNonce(): void {
  const create = document.createElement.bind(document);
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
