"""Serves a text classifier on Inferentia2: compiles it for the chip when it starts, and then answers requests."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

import torch
import torch_neuronx
from transformers import AutoModelForSequenceClassification, AutoTokenizer

MODEL = os.environ["MODEL"]
# A compiled model takes inputs of one shape: texts are filled up, or cut, to so many tokens.
TOKENS = 128

tokenizer = AutoTokenizer.from_pretrained(MODEL)
model = AutoModelForSequenceClassification.from_pretrained(MODEL, torchscript=True).eval()


def encode(text):
    encoded = tokenizer(text, max_length=TOKENS, padding="max_length", truncation=True, return_tensors="pt")
    return encoded["input_ids"], encoded["attention_mask"]


print(f"compiling {MODEL} for the chip", flush=True)
compiled = torch_neuronx.trace(model, encode("a text"))


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(*((200, {"status": "ready"}) if self.path == "/ping" else (404, {"error": "no such path"})))

    def do_POST(self):
        if self.path != "/predictions":
            return self.answer(404, {"error": "no such path"})
        try:
            text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        except (KeyError, TypeError, ValueError):
            return self.answer(400, {"error": 'send JSON such as {"text": "…"}'})
        scores = torch.softmax(compiled(*encode(str(text)))[0], dim=-1)[0].tolist()
        best = max(range(len(scores)), key=scores.__getitem__)
        self.answer(200, {"label": model.config.id2label[best], "score": scores[best]})

    def answer(self, code, value):
        body = json.dumps(value, ensure_ascii=False).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = HTTPServer(("", int(os.environ.get("PORT", "8080"))), Handler)
print(f"listening on port {server.server_port}", flush=True)
server.serve_forever()
