// A text file chosen from the disk is read into the box named by data-read-into; without script its text is pasted there.
export function startFiles() {
  document.addEventListener('change', async (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.dataset.readInto) return;
    const box = document.getElementById(input.dataset.readInto);
    const [file] = input.files ?? [];
    if (!(box instanceof HTMLTextAreaElement) || !file) return;
    box.value = await file.text();
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
