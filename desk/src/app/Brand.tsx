import icon from './icon.svg';

/** The mark and the name of the product. */
export function Brand() {
  return (
    <span className="brand">
      <img src={icon} width="26" height="26" alt="" />
      leadlink
    </span>
  );
}
