"""Drawing what comes up across workbooks: in one colour, with marks and words that tell everything."""
