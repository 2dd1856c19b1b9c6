// Upload: files go one by one, each with its own progress; then the loader starts and its page shows what became of them.
"use strict";

(() => {
  const form = document.getElementById("upload");
  if (!form) return;
  const { base, token, lang, largest } = form.dataset;
  const say = (vi, en) => (lang === "vi" ? vi : en);
  const said = document.getElementById("said");
  const list = document.getElementById("list");
  const bar = document.getElementById("bar");
  const input = document.getElementById("files");
  const post = (path, body, onProgress) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
    request.setRequestHeader("x-csrftoken", token);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    if (onProgress) request.upload.onprogress = onProgress;
    request.onloadend = () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* an answer without words */ }
      resolve({ ok: request.status === 200, status: request.status, ...answer });
    };
    request.send(body ?? "");
  });
  const inFolder = async (entry) => {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const out = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return out;
      for (const one of some) out.push(...await inFolder(one));
    }
  };
  const note = (name, words, failed) => {
    const line = document.createElement("li");
    line.textContent = `${failed ? "✗" : "✓"} ${name}${words ? `: ${words}` : ""}`;
    if (failed) line.className = "s-weaker";
    list.append(line);
  };
  const send = async (files) => {
    if (!files.length) return;
    input.disabled = true;
    const begun = await post("/new");
    if (!begun.ok) { said.textContent = begun.error || say("Không tải lên được.", "The upload did not begin."); input.disabled = false; return; }
    bar.hidden = false;
    let kept = 0;
    let failed = 0;
    for (const [number, file] of files.entries()) {
      said.textContent = `${number + 1}/${files.length}: ${file.name}`;
      if (file.size > Number(largest)) {
        failed += 1;
        note(file.name, say(`lớn hơn ${largest / 1048576} MB`, `larger than ${largest / 1048576} MB`), true);
        continue;
      }
      const answer = await post(`/${begun.id}/file?name=${encodeURIComponent(file.name)}`, file, (event) => {
        bar.value = (number + (event.lengthComputable ? event.loaded / event.total : 0)) / files.length;
      });
      if (answer.ok) kept += answer.files; else { failed += 1; note(file.name, answer.error || answer.status, true); }
      bar.value = (number + 1) / files.length;
    }
    if (!kept) { said.textContent = say("Không có tệp nào để nạp.", "There is nothing to load."); input.disabled = false; return; }
    const started = await post(`/${begun.id}/start`);
    const address = `${base}/${begun.id}${lang === "vi" ? "" : `?lang=${lang}`}`;
    if (!failed && started.ok) { location.href = address; return; }
    said.replaceChildren(say("Đã nhận, một số tệp không tải lên được. ", "Some files could not be uploaded. "));
    const link = document.createElement("a");
    link.href = address;
    link.textContent = say("Xem kết quả nạp", "See what became of the others");
    said.append(link);
  };
  input.addEventListener("change", () => send([...input.files]));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [];
    for (const entry of entries) files.push(...await inFolder(entry));
    send(files.length ? files : [...event.dataTransfer.files]);
  });
})();
