"""What comes up across completed workbooks, as counts: sentences, pictures, and the figures behind them."""
