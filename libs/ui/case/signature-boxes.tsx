/** Empty boxes on a paper form, to be signed by hand; `note` stands at the bottom of the box (日付). */
export function SignatureBoxes({
  boxes,
}: {
  boxes: readonly { label: string; note?: string | undefined }[];
}): JSX.Element {
  return (
    <div class="signature-boxes">
      {boxes.map(({ label, note }) => (
        <div class="signature-box">
          <p safe>{label}</p>
          {note === undefined ? null : (
            <p class="muted" safe>
              {note}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
