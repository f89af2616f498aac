package rhythm

// chain is the stock of finished videos and begun work as a Markov chain: the
// state is who is there and the steps done and not yet published. In a week the
// team does steps; at the end of each period the promised videos are published
// if they are there. If not, the slot is missed: what is there goes out, and the
// next period begins from nothing, so that a miss never pays. At most a given stock is
// carried into the next period, unfinished work included.
type chain struct {
	crew    crew
	done    []stepCount // by state of the crew
	steps   int         // of one video
	promise Rhythm
	most    int // stock carried over, videos
	top     int // steps beyond which more make no difference
	now     []float64
	then    []float64
}

func newChain(c crew, done []stepCount, steps int, promise Rhythm, stock Stock) *chain {
	ch := &chain{crew: c, done: done, steps: steps, promise: promise, most: stock.Most, top: (promise.Videos + stock.Most) * steps}
	ch.now = make([]float64, len(c.start)*(ch.top+1))
	ch.then = make([]float64, len(ch.now))
	for s, p := range c.start {
		ch.now[s*(ch.top+1)+stock.Start*steps] = p
	}
	return ch
}

// negligible is a probability that cannot change a figure: thousands of them
// make less than the 1e-9 to which answers are the same on all platforms.
const negligible = 1e-17

// work adds the steps of one week.
func (ch *chain) work() {
	width := ch.top + 1
	for s, d := range ch.done {
		from, to := ch.now[s*width:(s+1)*width], ch.then[s*width:(s+1)*width]
		clear(to)
		for x, v := range from {
			if v < negligible {
				continue
			}
			room := min(len(d.p), ch.top-x-d.lo)
			if room <= 0 {
				to[ch.top] += v
				continue
			}
			rest := v
			target := to[x+d.lo : x+d.lo+room]
			for j, p := range d.p[:room] {
				target[j] += v * p
				rest -= v * p
			}
			to[ch.top] += max(0, rest)
		}
	}
	ch.now, ch.then = ch.then, ch.now
}

// publish takes the promised videos out and returns the probability that they
// were not all there. With drop, the histories with a miss leave the chain.
func (ch *chain) publish(drop bool) (missed float64) {
	width, need, carry := ch.top+1, ch.promise.Videos*ch.steps, ch.most*ch.steps
	for s := range ch.done {
		block := ch.now[s*width : (s+1)*width]
		out := ch.then[s*width : (s+1)*width]
		clear(out)
		for x, v := range block {
			if x >= need {
				out[min(x-need, carry)] += v
				continue
			}
			missed += v
			if !drop {
				out[0] += v
			}
		}
	}
	ch.now, ch.then = ch.then, ch.now
	return missed
}

// pass lets the week end: some people leave, some come back.
func (ch *chain) pass() {
	if ch.crew.next == nil {
		return
	}
	ch.crew.step(ch.now, ch.then, ch.top+1)
	ch.now, ch.then = ch.then, ch.now
}

// unbroken returns the probability that no slot is missed in so many weeks.
func (ch *chain) unbroken(weeks int) float64 {
	lost := 0.0
	for w := 1; w <= weeks; w++ {
		ch.work()
		if w%ch.promise.Weeks == 0 {
			lost += ch.publish(true)
		}
		ch.pass()
	}
	return unit(1 - lost)
}

// stock returns the mean number of finished videos.
func (ch *chain) stock() float64 {
	sum := 0.0
	for i, v := range ch.now {
		sum += v * float64(i%(ch.top+1)/ch.steps)
	}
	return sum
}
