import { useSearchParams } from 'react-router';

/** What the address of a page says, and how one part of it is changed in place; an empty value leaves it. */
export function useAddress() {
  const [address, setAddress] = useSearchParams();
  const change = (name: string, value: string | null) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { replace: true });
  };
  return [address, change] as const;
}
