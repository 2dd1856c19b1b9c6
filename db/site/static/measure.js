// Pictures of a measure as PNG: the file that the site draws, put on a canvas twice as large and saved; nothing leaves the machine.
"use strict";

(() => {
  const save = async (button) => {
    const words = await (await fetch(button.dataset.svg)).text();
    const picture = new Image();
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(words);
    await picture.decode();
    const canvas = document.createElement("canvas");
    // Browsers draw no canvas of any size: what is very long is drawn less large.
    const scale = Math.min(2, 16000 / picture.naturalHeight);
    canvas.width = picture.naturalWidth * scale;
    canvas.height = picture.naturalHeight * scale;
    const context = canvas.getContext("2d");
    // The first drawing makes the browser read the fonts in the file; the second has them.
    for (const wait of [0, 250]) {
      await new Promise((done) => setTimeout(done, wait));
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    }
    const link = document.createElement("a");
    link.download = button.dataset.name + ".png";
    link.href = canvas.toDataURL("image/png");
    link.click();
  };
  document.querySelectorAll("button.png").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => save(button));
  });
  document.querySelectorAll(".tools input[readonly]").forEach((field) => field.addEventListener("focus", () => field.select()));
})();
