// A chosen portrait is shown at once, and its square chosen by pointer, keys and a slider.
// Only numbers are sent: the server cuts, and without JavaScript it takes the middle.
// Drawn on a canvas, since the policy for content lets a page show pictures of the site only.
const STEP = 0.02;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));

class Crop {
  constructor(box) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.zoom = box.querySelector("[type=range]");
    this.zoom.addEventListener("input", () => this.resize());
    this.canvas.addEventListener("keydown", (event) => this.onKey(event));
    this.canvas.addEventListener("pointerdown", (event) => this.onGrab(event));
    this.canvas.addEventListener("pointermove", (event) => this.onPointer(event));
  }

  async show(file) {
    this.picture?.close();
    this.picture = file && await createImageBitmap(file).catch(() => null /* no picture: the server says so */);
    this.box.hidden = !this.picture;
    if (!this.picture) return this.send("");
    const { width, height } = this.picture;
    this.zoom.value = 1;
    this.side = Math.min(width, height);
    // Faces are above the middle of a portrait.
    this.move((width - this.side) / 2, (height - this.side) / 3);
  }

  resize() {
    const middle = [this.left + this.side / 2, this.top + this.side / 2];
    this.side = Math.min(this.picture.width, this.picture.height) / this.zoom.value;
    this.move(middle[0] - this.side / 2, middle[1] - this.side / 2);
  }

  move(left, top) {
    this.left = within(left, this.picture.width - this.side);
    this.top = within(top, this.picture.height - this.side);
    const { width } = this.canvas;
    this.canvas.getContext("2d")
      .drawImage(this.picture, this.left, this.top, this.side, this.side, 0, 0, width, width);
    // Shares of the width and the height as they are seen: whatever size the picture has.
    const { width: w, height: h } = this.picture;
    this.send([this.left / w, this.top / h, (this.left + this.side) / w, (this.top + this.side) / h]
      .map((share) => share.toFixed(4)).join(" "));
  }

  send(value) {
    this.box.querySelector("[type=hidden]").value = value;
  }

  onKey(event) {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    this.move(this.left + way[0] * STEP * this.picture.width, this.top + way[1] * STEP * this.picture.height);
  }

  onGrab(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.grabbed = { x: event.clientX, y: event.clientY, left: this.left, top: this.top };
  }

  onPointer(event) {
    if (!event.buttons || !this.grabbed) return;
    const { x, y, left, top } = this.grabbed;
    const scale = this.side / this.canvas.clientWidth;
    this.move(left - (event.clientX - x) * scale, top - (event.clientY - y) * scale);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-wl-crop]").forEach((box) => {
    const crop = new Crop(box);
    const input = document.getElementById(box.dataset.wlCrop);
    input.addEventListener("change", () => crop.show(input.files[0]));
    if (input.files[0]) crop.show(input.files[0]);
  });
});
