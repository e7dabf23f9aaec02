// Plain JavaScript: the time of a compiler is none of what is measured.
require(`./${process.env.PROGRAM}`);
