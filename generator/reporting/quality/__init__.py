"""The four faults of TT 19/2014/TT-BTP Đ10 k3 as four reports, and the completeness of the posting; plain data only."""
